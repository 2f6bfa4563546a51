# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One address for all names; the page there sends on to HTTPS, with a certificate of its own.
expect_cause=name.sinkhole
target=http://$NAME/
proof="dig +short naze$PORT.invalid; curl -sSL $target"
proof_match="^$S4\n.*curl: \(60\)"
build() {
	net far 4
	dns_py "*=$S4"
	ca
	cert page san=DNS:block.page.example cn=block.page.example
	https page 443 "return 200 'blocked\n';"
	http 80 'return 301 https://$host/;'
}
