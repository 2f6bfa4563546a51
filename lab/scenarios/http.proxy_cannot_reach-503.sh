# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A small proxy answers CONNECT with 503.
expect_cause="http.proxy_cannot_reach local.proxy_env" # it would work without the proxy, on the same link
env=(HTTPS_PROXY=http://$D4:3128)
target=https://$NAME:8443/
proof="curl -sSi -m 6 $target"
proof_match='503'
build() {
	net near
	site
	https leaf 8443
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128 status=503
}
