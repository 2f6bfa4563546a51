# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Words for scenarios in which the router (r1) has a public address of its own, as at home.
# Sourced by the scenario's build.

OWN=203.0.113.$((PORT % 200 + 20))

# The router's outer side, with that address; the provider's is d.
outer() {
	link r1 wan0 d isp0
	addr r1 wan0 "$OWN/24"
}

# A third party outside that says which address it sees; what to give naze for it.
outer_seen=(NAZE_STUN=none NAZE_PUBLIC_URL=http://$D4/ip)
outer_mirror() {
	nginx d 80 "listen 80; location / { return 200 '$OWN\n'; }"
}

# The router leads the public address's port to s4, for what [match] lets in (such as iif wan0).
outer_to() { # s4 [match]
	x r1 "! cd /proc/sys/net/bridge || echo 0 >bridge-nf-call-iptables" # translates for bridged frames, too
	rules r1 <<-NFT
		table ip outer {
			chain pre {
				type nat hook prerouting priority -100;
				${2:-} ip daddr $OWN tcp dport $PORT dnat to $1
			}
		}
	NFT
}

# And sends what came from inside by way of itself, so that the answers come back the same way.
outer_back() { # s4
	rules r1 <<-NFT
		table ip outer_back {
			chain post {
				type nat hook postrouting priority 100;
				ip saddr $CNET.0/24 ip daddr $1 masquerade
			}
		}
	NFT
}
