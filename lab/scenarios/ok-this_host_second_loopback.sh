# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 127.0.0.2 on this host.
expect_status=ok
target=http://127.0.0.2:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	nginx c "$PORT" "listen 127.0.0.2:$PORT; return 200 'hello\n';"
}
