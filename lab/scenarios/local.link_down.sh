# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The interface is switched off.
expect_cause=local.link_down
target=https://$NAME/
proof="ip -br link show eth0; nc -vz -w2 $S4 443"
proof_match='DOWN.*unreachable'
build() {
	net far
	site
	https leaf
	ip -n "$(ns c)" link set eth0 down
}
