# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts line leads to this very host, where the service runs.
expect_status=ok
target=http://$NAME:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	nginx c "$PORT" "listen $PORT; return 200 'hello\n';"
	hosts "127.0.0.1 $NAME"
}
