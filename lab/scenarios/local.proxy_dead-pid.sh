# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The process of --pid was started with a proxy that does not run any more; naze itself has none.
expect_cause=local.proxy_dead
expect_json="\"program\": \"sleep\""
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="http_proxy=http://$S4:3128 curl -sS $target; curl -sS $target"
proof_match='connect to server.*hello'
build() {
	net far
	dns
	http
	process env "http_proxy=http://$S4:3128" sleep 300
}
