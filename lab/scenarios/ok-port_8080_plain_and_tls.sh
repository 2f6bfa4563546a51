# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Plain and TLS on neighbouring ports.
expect_status=ok
target=http://$S4:8080/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net near
	cert leaf
	http 8080
	https leaf 8443
}
