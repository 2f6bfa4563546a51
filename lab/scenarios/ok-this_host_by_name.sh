# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name is this host's own, and DNS knows it.
expect_status=ok
target=http://$NAME:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	dns "host-record=$NAME,$C4"
	nginx c "$PORT" "listen $PORT; return 200 'hello\n';"
}
