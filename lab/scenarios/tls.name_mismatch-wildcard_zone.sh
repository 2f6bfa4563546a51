# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# All names of the zone lead to one address, as its owner wants it; the certificate there is for another.
expect_cause=tls.name_mismatch
expect_certainty=proven
target=https://$NAME/
proof="dig +short naze$PORT.$DOMAIN; dig naze$PORT.invalid; curl -sS $target"
proof_match="^$S4\n.*(NXDOMAIN|REFUSED).*curl: \(60\)"
build() {
	net far 4
	dns "address=/$DOMAIN/$S4"
	ca
	cert leaf issuer=ca san=DNS:$OTHER
	https leaf
}
