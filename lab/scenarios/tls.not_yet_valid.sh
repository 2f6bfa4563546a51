# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate begins tomorrow.
expect_cause=tls.not_yet_valid
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='not yet valid'
build() {
	net far
	site from='1 day' to='90 days'
	https leaf
}
