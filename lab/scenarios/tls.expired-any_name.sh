# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A developer's resolver has one address for all names. The certificate there is for this one, and ran out.
expect_cause=tls.expired
target=https://$NAME/
proof="dig +short naze$PORT.invalid; curl -sS $target"
proof_match="^$S4\n.*expired"
build() {
	net far 4
	dns_py "*=$S4"
	ca
	cert old issuer=ca from='90 days ago' to='2 days ago'
	https old
}
