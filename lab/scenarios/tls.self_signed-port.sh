# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same on a high port, with the address in it.
expect_cause=tls.self_signed
target=https://$S4:8443/
proof="curl -sS -m 6 $target"
proof_match='self.signed certificate'
build() {
	net near
	ca
	cert leaf san=IP:$S4
	https leaf 8443
}
