# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The own public address works from inside: the router leads it back (hairpin NAT).
expect_status=ok
OWN=203.0.113.$((PORT % 200 + 20))
target=tcp://$OWN:$PORT
args=(--public)
env=(NAZE_STUN=none NAZE_PUBLIC_URL=http://$D4/ip)
proof="curl -sS http://$D4/ip; nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT"
proof_match="^$OWN.*succeeded.*succeeded"
build() {
	net near 4
	tcp "$PORT" silent
	link r1 wan0 d isp0
	addr r1 wan0 "$OWN/24"
	nginx d 80 "listen 80; location / { return 200 '$OWN\n'; }"
	x r1 "! cd /proc/sys/net/bridge || echo 0 >bridge-nf-call-iptables" # translates for bridged frames, too
	rules r1 <<-NFT
		table ip forwarding {
			chain pre {
				type nat hook prerouting priority -100;
				ip daddr $OWN tcp dport $PORT dnat to $S4
			}
			chain post {
				type nat hook postrouting priority 100;
				ip saddr $CNET.0/24 ip daddr $S4 masquerade
			}
		}
	NFT
}
