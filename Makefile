# SPDX-License-Identifier: Apache-2.0
# The two commands of this project, `make run` and `make test`, and what they need.
# Everything else is meson's: see meson.build.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
BUILD ?= build
prefix ?= /usr/local
PREFIX ?= $(prefix)
DESTDIR ?=
JOBS ?= 2
TARGET ?=
SCENARIO ?=
# Six different faults: a name, this host, the path, the port, TLS, HTTP.
TOUR := name.hosts_override local.firewall_drop path.loop port.refused tls.expired http.bad_gateway

.PHONY: all build deps deps-build deps-ci run test lab soak bench install clean

all: build

build:
	@test -f $(BUILD)/build.ninja || meson setup $(BUILD) --prefix $(PREFIX) >$(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@rm -f $(BUILD).log
	@ninja -C $(BUILD) -j $(JOBS) --quiet

# What `run` and `test` need (Debian packages). Nothing happens where all of it is there.
deps:
	@tools/deps.sh build test

deps-build:
	@tools/deps.sh build

deps-ci:
	@tools/deps.sh build test ci

# make run TARGET=https://example.com/     one diagnosis from here (that it fails is no failure of make)
# make run                                 a tour: six broken networks and what naze says about each
ifneq ($(TARGET),)
run: deps-build build
	@$(BUILD)/naze $(ARGS) -- '$(subst ','\'',$(TARGET))' || [ $$? -eq 1 -o $$? -eq 3 ]
else
run: deps build
	@lab/run --build $(BUILD) --screen --jobs 1 $(TOUR)
endif

test: deps build
	@tests/run --build $(BUILD) --jobs $(JOBS)

# make lab SCENARIO=port.refused           one broken network, and the screen
lab: build
	@lab/run --build $(BUILD) --screen --jobs 1 $(SCENARIO)

# What is too long for each change: every scenario as root, as an ordinary user and proved by hand,
# each with five other sets of addresses; and the fuzzers, ten minutes each.
soak: deps-ci build
	@tools/soak.sh $(BUILD)

bench: deps build
	@meson configure $(BUILD) -Dbench=true >/dev/null
	@ninja -C $(BUILD) -j $(JOBS) --quiet
	@meson test -C $(BUILD) --benchmark --verbose --no-rebuild

install: build
	@meson configure $(BUILD) --prefix '$(PREFIX)' >/dev/null && ninja -C $(BUILD) -j $(JOBS) --quiet
	@DESTDIR='$(DESTDIR)' meson install -C $(BUILD) --no-rebuild --quiet

clean:
	@rm -rf $(BUILD)
