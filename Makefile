# The commands of the project. Each installs what it needs (setup/install.sh) and works again without
# a network once that is done.

PORT ?= 8080
HOST ?= 127.0.0.1
JOBS ?= $(shell nproc)
PYTHON := /usr/bin/python3
MAKEFLAGS += --no-print-directory
.PHONY: run site setup test test-quick bench bench-quick soak dist hub-postgres lint format clean
.DEFAULT_GOAL := run

# $(call build,PRESET,TARGETS): configures once, then lets CMake look after itself.
define build
@[ -f build/$(1)/build.ninja ] || cmake --preset $(1) --log-level=WARNING >/dev/null
@cmake --build build/$(1) -j $(JOBS) $(if $(2),--target $(2)) -- --quiet
endef

run:
	@setup/install.sh run
	@$(MAKE) site
	@exec $(PYTHON) serve.py --host $(HOST) --port $(PORT) --site build/site --data var

# The folder that serve.py serves: web/, the program and the assets, compressed, with a build manifest.
site:
	$(call build,wasm-release,linli_web)
	@$(PYTHON) cmake/make_site.py build/wasm-release build/site

setup:
	@setup/install.sh test

test:
	@setup/install.sh test
	@$(PYTHON) tests/run_all.py

# Native tests and the fast checks only.
test-quick:
	@setup/install.sh test
	@$(PYTHON) tests/run_all.py lint native

bench bench-quick:
	@setup/install.sh bench
	@$(MAKE) site
	$(call build,wasm-release,linli_bench_programs)
	$(call build,native-release,linli linli_bench_programs)
	@$(PYTHON) tests/bench/run.py $(if $(filter bench-quick,$@),--quick)

soak:
	@setup/install.sh test
	@$(MAKE) site
	@LINLI_SOAK=1 $(PYTHON) tests/run_all.py fuzz browser

# The hub over a real PostgreSQL of its own in var/postgres, with two processes.
hub-postgres:
	@setup/install.sh test
	@$(MAKE) site
	@exec $(PYTHON) setup/local_postgres.py var/postgres $(PYTHON) serve.py --host $(HOST) \
	    --port $(PORT) --site build/site --data var/hub-postgres --processes 2

dist:
	@setup/install.sh run
	@$(MAKE) site
	@$(PYTHON) cmake/make_dist.py build/site dist
	@echo "dist/ can be served by any web server; dist/linli-demo.html opens by double click"

lint:
	@setup/install.sh test
	@$(PYTHON) tests/run_all.py lint analyse

format:
	@setup/install.sh test
	@git ls-files '*.cpp' '*.h' '*.c' | xargs -r clang-format -i

clean:
	rm -rf build dist
