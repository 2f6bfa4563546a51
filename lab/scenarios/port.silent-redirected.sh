# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The router sends that port of every address to a proxy of its own, which is silent: the target is not the router.
expect_cause="port.silent path.silent"
OWN=203.0.113.$((PORT % 200 + 20))
target=tcp://$OWN:80
proof="nc -vz -w2 $OWN 80; traceroute -n -T -p 80 -m1 -q1 $OWN; traceroute -n -T -p 4433 -m1 -q1 $OWN"
proof_match="timed out.* 1  $OWN.* 1  $GW4"
build() {
	net near 4
	rules s 'input tcp dport 3128 drop'
	link r1 wan0 d isp0
	addr r1 wan0 203.0.113.1/24
	addr d isp0 "$OWN/24"
	route d "$CNET.0/24" 203.0.113.1
	x r1 "! cd /proc/sys/net/bridge || echo 0 >bridge-nf-call-iptables" # translates for bridged frames, too
	rules r1 <<-NFT
		table ip forwarding {
			chain pre {
				type nat hook prerouting priority -100;
				iif lan0 tcp dport 80 dnat to $S4:3128
			}
		}
	NFT
}
