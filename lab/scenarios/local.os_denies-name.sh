# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Neither the name server nor the target may be asked.
expect_cause=local.os_denies
target=http://$NAME/
wrap=($PYTHON "$SERVERS/deny.py" connect EPERM)
proof="${wrap[*]} curl -sS $target; curl -sS $target"
proof_match='(resolve|not permitted|Couldn.t connect).*hello'
build() {
	net far 4
	dns
	http
}
