# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One address for all names that do not exist, in both families; the page there has a certificate of its own.
expect_cause=name.sinkhole
expect_finding="tls.name_mismatch tls.self_signed"
target=https://$NAME/
proof="dig +short $NAME; dig +short naze$PORT.invalid; dig +short aaaa naze$PORT.invalid; curl -sSk $target; curl -sS $target"
proof_match="^$S4\n$S4\n$S6\n.*blocked.*curl: \(60\)"
build() {
	net far
	dns_py "*=$S4" "*=$S6"
	ca
	cert page san=DNS:block.page.example cn=block.page.example
	https page 443 "return 200 'blocked\n';"
}
