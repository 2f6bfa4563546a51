# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A seccomp filter, as a container runtime or a systemd unit sets it, forbids every connect().
expect_cause=local.os_denies
target=http://$S4/
wrap=($PYTHON "$SERVERS/deny.py" connect EPERM)
proof="${wrap[*]} curl -sS $target; curl -sS $target"
proof_match='(not permitted|Couldn.t connect).*hello'
build() {
	net far 4
	http
}
