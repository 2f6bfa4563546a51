# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A front denies this source address.
expect_cause=http.forbidden
needs=haproxy
target=http://$NAME/admin
proof="curl -sSi -m 6 $target"
proof_match='403 Forbidden'
build() {
	net far
	dns
	front 80 '' 'http-request deny if { path_beg /admin }' 'server b 127.0.0.1:9000'
}
