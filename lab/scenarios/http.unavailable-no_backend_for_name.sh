# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# haproxy knows the name and its backend is down; for names that it does not know it answers the same.
expect_cause=http.unavailable
target=http://$NAME/
needs=haproxy
proof="curl -sSi $target; curl -sSi -H 'Host: nonsense.invalid' $target; curl -sSi http://www.$NAME/ --resolve www.$NAME:80:$S4"
proof_match='503.*503.*200'
build() {
	net far
	dns
	front 80 '' "use_backend app if { hdr(host) $NAME }" "use_backend www if { hdr(host) www.$NAME }" \
		'backend app' 'server a 127.0.0.1:9 check' 'backend www' 'http-request return status 200 content-type text/plain string hello'
}
