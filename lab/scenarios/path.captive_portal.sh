# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A log-in page answers every plain request.
expect_cause=path.captive_portal
target=http://$NAME/
proof="curl -sSi -m3 $target; curl -sSi -m3 -H 'Host: example.org' http://$S4/"
proof_match='302.*login.*302.*login'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	nginx r1 8880 "listen 8880; location / { return 302 http://$GW4:8880/login; } location /login { return 200 'Please log in\n'; }"
	http
	on r1 nft -f - <<-NFT
		table ip portal {
			chain pre { type nat hook prerouting priority -100; tcp dport 80 redirect to :8880; }
		}
	NFT
}
