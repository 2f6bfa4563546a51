# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A resolver that gives one address for every name but those of .invalid, which it knows not to exist.
expect_cause=name.sinkhole
target=https://$NAME/
needs=unbound
proof="dig +short $NAME; dig naze$PORT.invalid; dig +short naze$PORT.com; curl -sS $target"
proof_match="^$S4\n.*NXDOMAIN.*$S4\n.*curl: \(7\)"
build() {
	net far 4
	cat >"$DIR/unbound.conf" <<-CONF
		server:
			interface: $D4
			access-control: 0.0.0.0/0 allow
			do-daemonize: no
			username: ""
			chroot: ""
			pidfile: ""
			use-syslog: no
			local-zone: "." redirect
			local-data: ". A $S4"
	CONF
	bg d 53/udp unbound -d -c "$DIR/unbound.conf"
	http
}
