# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An old server without secure renegotiation, which OpenSSL 3 refuses.
expect_cause=tls.legacy_renegotiation
target=https://$NAME/
proof="curl -sS -m 5 $target"
proof_match='unsafe legacy renegotiation'
build() {
	net far
	site
	tcp 443 old-hello
}
