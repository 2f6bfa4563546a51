# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Self-signed for its address, behind tls://.
expect_cause=tls.self_signed
target=tls://$S4:8883
proof="curl -sS -m 6 https://$S4:8883/"
proof_match='self-signed certificate'
build() {
	net near
	ca
	cert leaf "san=IP:$S4" key=rsa:2048
	https leaf 8883
}
