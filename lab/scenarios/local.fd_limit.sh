# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The program may open hardly any files.
expect_cause=local.fd_limit
target=http://$NAME/
wrap=(prlimit --nofile=4)
proof="bash -c 'ulimit -n 5; curl -sS $target'; curl -sS $target"
proof_match='(Too many open files|thread failed|Could not|error|Couldn).*hello'
build() {
	net far
	dns
	http
}
