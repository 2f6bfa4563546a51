# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A small proxy answers CONNECT with 500 "Unable to connect".
expect_cause=http.proxy_cannot_reach
env=(https_proxy=http://$D4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='500'
build() {
	net far
	site
	rules r1 "forward ip saddr $CNET.0/24 ip daddr $SNET.0/24 drop"
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128 status=500
}
