# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 0.0.0.0 is where servers listen, not where clients connect to.
expect_cause=input.unspecified_address
target="http://0.0.0.0:$PORT/"
proof="nc -nvz -w2 0.0.0.0 $PORT; curl -sS http://$S4:$PORT/"
proof_match='refused.*hello'
build() {
	net far
	http "$PORT"
}
