# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The public name of a server at home, used at home: the router translates, but the server answers directly.
expect_cause=path.hairpin
OWN=203.0.113.$((PORT % 200 + 20))
target=tcp://$OWN:$PORT
proof="nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT; traceroute -n -T -p $PORT -m1 -q1 $OWN"
proof_match="succeeded.*timed out.* 1  $OWN"
build() {
	net near 4
	tcp "$PORT" silent
	link r1 wan0 d isp0
	addr r1 wan0 "$OWN/24"
	x r1 "! cd /proc/sys/net/bridge || echo 0 >bridge-nf-call-iptables" # translates for bridged frames, too
	rules r1 <<-NFT
		table ip forwarding {
			chain pre {
				type nat hook prerouting priority -100;
				ip daddr $OWN tcp dport $PORT dnat to $S4
			}
		}
	NFT
}
