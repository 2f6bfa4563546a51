# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# DNS names a machine that was taken away.
expect_cause=path.host_down
target=https://$NAME/
proof="nc -vz -w5 $SNET.221 443; dig +short $NAME"
proof_match='No route to host.*\.221'
build() {
	net one 4
	dns "host-record=$NAME,$SNET.221"
}
