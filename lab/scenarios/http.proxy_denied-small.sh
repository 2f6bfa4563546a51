# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# CONNECT is forbidden, and there is no other way.
expect_cause=http.proxy_denied
env=(HTTPS_PROXY=http://$D4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='403'
build() {
	net one
	site
	https leaf
	rules r1 'forward tcp dport 443 drop'
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128 status=403
}
