# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# It expired a minute ago, and the name is wrong as well.
expect_cause=tls.expired
target=https://$NAME/
expect_finding=tls.name_mismatch
proof="curl -sS -m 6 $target"
proof_match='curl: \(60\)'
build() {
	net one
	site san=DNS:$OTHER from='90 days ago' to='1 minute ago'
	https leaf
}
