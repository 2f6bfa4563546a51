# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The target is an address, the certificate has only names.
expect_cause=tls.name_mismatch
target=https://$S4/
proof="curl -sS -m 6 $target"
proof_match='no alternative certificate subject name'
build() {
	net far
	site
	https leaf
}
