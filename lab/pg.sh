# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# PostgreSQL in the lab: part of lab/lib.sh.

# Runs a program of the server's package as its user.
pg_run() {
	local bin
	bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | tail -1)
	(cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$bin/$1" "${@:2}")
}

# pg_make: a cluster in $DIR/pg with the role app (password pw), old (an MD5 password pw), and the
# database orders. The superuser is postgres.
pg_make() {
	mkdir -m 700 "$DIR/pg"
	chown postgres:postgres "$DIR/pg"
	pg_run initdb -D "$DIR/pg" --no-sync -U postgres -A trust --locale=C -E UTF8 >"$DIR/pg.log" 2>&1 ||
		die "initdb: $(tail -2 "$DIR/pg.log")"
	printf '%s\n' "create role app login password 'pw'" 'create database orders owner app' \
		"set password_encryption='md5'" "create role old login password 'pw'" "${@}" |
		pg_run postgres --single -F -D "$DIR/pg" postgres >>"$DIR/pg.log" 2>&1
}

# pg 'pg_hba.conf lines' ['postgresql.conf line'...]: a server in s on 5432 with those rules; with
# PG_WAIT= it need not be ready. certificates: cert NAME, then 'ssl=on' finds $DIR/NAME with PG_CERT.
pg() {
	[ -d "$DIR/pg" ] || pg_make
	printf '%b\n' 'local all all trust' "$1" >"$DIR/pg/pg_hba.conf"
	if [ -n "${PG_CERT-}" ]; then
		install -o postgres -m 600 "$DIR/$PG_CERT.crt" "$DIR/pg/server.crt"
		install -o postgres -m 600 "$DIR/$PG_CERT.key" "$DIR/pg/server.key"
		set -- "$@" 'ssl=on'
	fi
	printf '%s\n' "listen_addresses='${PG_LISTEN-*}'" "unix_socket_directories='$DIR/pg'" fsync=off \
		shared_buffers=8MB max_wal_senders=0 wal_level=minimal autovacuum=off \
		dynamic_shared_memory_type=mmap "${@:2}" >>"$DIR/pg/postgresql.conf"
	bg s "${PG_PORT-5432}" bash -c "cd /; exec setpriv --reuid=postgres --regid=postgres --clear-groups \
		$(printf '%s\n' /usr/lib/postgresql/*/bin | tail -1)/postgres -D '$DIR/pg'"
	[ -z "${PG_WAIT-yes}" ] || pg_ready
}

pg_ready() {
	local i
	for ((i = 0; i < 300; i++)); do
		on s psql -h "$DIR/pg" -p "${PG_PORT-5432}" -U postgres -qAtc 'select 1' >/dev/null 2>&1 && return
		sleep 0.05
	done
	die "PostgreSQL never was ready: $(tail -2 "$DIR"/log.* | tr '\n' ' ')"
}

# A server that was killed leaves its shared memory behind.
pg_sweep() {
	local f
	for f in "$DIR"/pg*/postmaster.pid; do
		[ ! -f "$f" ] || ipcrm -m "$(sed -n 7p "$f" | awk '{ print $2 }')" 2>/dev/null || :
	done
}

PG_ANY='host all all 0.0.0.0/0 scram-sha-256\nhost all all ::/0 scram-sha-256'
PSQL='psql -w -Atc "select current_user,current_database()"'
