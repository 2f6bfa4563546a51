# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate is for another name.
expect_cause=tls.name_mismatch
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='no alternative certificate subject name'
build() {
	net far
	site san=DNS:$OTHER,DNS:www.$OTHER
	https leaf
}
