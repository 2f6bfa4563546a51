# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A proxy gives up on the target after a while, plain HTTP.
expect_cause="http.proxy_cannot_reach http.gateway_timeout"
env=(http_proxy=http://$D4:3128)
target=http://$NAME:8080/
proof="curl -sSi -m 6 $target"
proof_match='504'
build() {
	net far
	dns
	rules r2 'forward tcp dport 8080 drop'
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128 status=504
}
