# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The address stands in the certificate as if it were a name.
expect_cause=tls.name_mismatch
target=https://$S4/
proof="curl -sSi -m 6 $target"
proof_match='no alternative certificate subject name matches'
build() {
	net near
	ca
	cert leaf issuer=ca "san=DNS:$S4"
	https leaf
}
