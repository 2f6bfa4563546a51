# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A forgotten line of /etc/hosts sends the name to a machine that is gone.
expect_cause=name.hosts_override
target=https://$NAME/
proof="getent ahostsv4 $NAME; curl -sS -m 5 $target; dig +short $NAME; curl -sS --resolve $NAME:443:$S4 $target"
proof_match="$SNET.5 .*curl: \\(.*$S4.*hello"
build() {
	net far
	site
	https leaf
	hosts '# migration test' "$SNET.5 $NAME"
}
