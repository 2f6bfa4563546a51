# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# --source names the interface that works; the default route goes by one whose gateway is dead.
expect_status=ok
target=http://$S4/
args=(--source eth0)
proof="curl -sS -m 4 http://$S4/; curl -sS --interface eth0 http://$S4/"
proof_match='curl: .*hello'
build() {
	net far 4
	http
	host x
	link c eth1 x eth0
	addr c eth1 10.254.9.2/24
	ip -n "$(ns c)" route replace default via "$GW4" dev eth0 metric 900
	ip -n "$(ns c)" route del default metric 0 2>/dev/null || :
	ip -n "$(ns c)" route add default via 10.254.9.1 dev eth1 metric 10
}
