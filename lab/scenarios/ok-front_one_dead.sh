# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One of haproxy's two backends is dead; it goes on to the other.
expect_status=ok
needs='haproxy'
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http 8081
	front 80 '' 'option redispatch 1' 'retries 3' 'server a 127.0.0.1:9 check inter 100' 'server b 127.0.0.1:8081 check inter 100'
	sleep 0.4
}
