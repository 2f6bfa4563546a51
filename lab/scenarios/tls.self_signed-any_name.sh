# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A developer's resolver has one address for all names. The certificate there is for this one, and signed by itself.
expect_cause=tls.self_signed
target=https://$NAME/
proof="dig +short naze$PORT.invalid; curl -sS $target"
proof_match="^$S4\n.*self.signed"
build() {
	net far 4
	dns_py "*=$S4"
	ca
	cert own
	https own
}
