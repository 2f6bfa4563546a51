# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A name below localhost, in the hosts file.
expect_status=ok
target=http://app.localhost:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	nginx c "$PORT" "listen $PORT; return 200 'hello\n';"
	hosts '127.0.0.1 app.localhost'
}
