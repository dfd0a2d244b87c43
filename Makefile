# make demo   installs what is missing, builds, plays the sample school, builds its site
# make test   installs what the tests need and runs them
# make check  format, architecture, generated documents, sample school
# make bench  the speed figures; needs Hugo and some minutes
# make docs   writes the generated documents anew
# make man    manual pages into .build/man

SHELL := /bin/bash
SWIFT := swift
CHECKED := --explicit-target-dependency-import-check error
# The libraries of C go into the program where the system has them for that: finding and loading them was half of each
# start, and a server needs no packages for them. A folder that the linker sees first holds links to them and to nothing else.
STATIC := .build/static
# The libgit2 of Debian 12, whose needs are known (Sources/Coffline); another is loaded at each start. `hoso doctor` tells which it
# is: Debian mends faults without another number of libgit2's own.
PACKAGED = $(shell dpkg-query -W -f='$${Version}' libgit2-dev 2>/dev/null | grep '^1[.]5[.]')
# A program at a fixed address: relocating its data, most of it Unicode tables, would be a third of each start.
RELEASE = -c release --static-swift-stdlib -Xlinker -no-pie -Xlinker -L$(CURDIR)/$(STATIC) -Xlinker --wrap=inflate \
	-Xlinker --wrap=pthread_mutex_init -Xlinker --wrap=SHA1DCUpdate -Xlinker --wrap=SHA1DCFinal \
	$(if $(PACKAGED),-Xlinker -lpcre2-8 -Xcc -DHOSO_LIBGIT2_PACKAGE=$(PACKAGED))
HOSO := .build/release/hoso
VENV := .build/venv
# So many tests at a time: most of them start programs, and those that bound a time must not wait for all the others.
WIDTH := 4

# Packages by what they are for; only those that are missing are installed.
RUN_PACKAGES := git openssh-client libgit2-dev libcmark-dev libyaml-dev libmimalloc-dev libdeflate-dev pandoc gnumeric
TEST_PACKAGES := $(RUN_PACKAGES) openssh-server cmark cmark-gfm golang-github-yuin-goldmark-dev strace chromium python3-venv fonts-croscore
BENCH_PACKAGES := $(RUN_PACKAGES) hugo python3 time

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
install = missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok' || echo $$p; done); \
	if [ -n "$$missing" ]; then echo "installing:" $$missing; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi

.PHONY: demo test check bench docs man static deps test-deps lint clean

demo: deps static
	$(SWIFT) build $(RELEASE) --product hoso
	rm -rf demo
	$(HOSO) init demo --sample
	$(HOSO) -C demo/school build --out ../site
	@echo
	@echo "demo/school.git  the bare repository"
	@echo "demo/school      a clone of it"
	@echo "$(HOSO)  the program"
	@echo "open: $(CURDIR)/demo/site/index.html"

static: deps
	@rm -rf $(STATIC); mkdir -p $(STATIC); for name in $(if $(PACKAGED),git2 pcre2-8) cmark yaml deflate z stdc++; do file=$$(clang -print-file-name=lib$$name.a); \
	  [ ! -e "$$file" ] || ln -sf "$$file" $(STATIC)/; done
	@[ ! -e $(HOSO) ] || [ -z "$$(find -L $(STATIC) -newer $(HOSO) -name '*.a')" ] || rm $(HOSO)

deps:
	@$(call install,$(RUN_PACKAGES))

test-deps:
	@$(call install,$(TEST_PACKAGES))
	@$(VENV)/bin/python3 -c 'import bagit, icalendar, openpyxl, playwright, axe_playwright_python' 2>/dev/null || { \
	  python3 -m venv $(VENV) && $(VENV)/bin/pip install -q --disable-pip-version-check bagit setuptools icalendar openpyxl \
	    playwright axe-playwright-python; }

# The program is tested as it is shipped: optimised, and several times as fast as a debug build.
test: test-deps static
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) build $(RELEASE) --product hoso
	HOSO_PROGRAM=$(CURDIR)/$(HOSO) HOSO_BAGIT=$(CURDIR)/$(VENV)/bin/bagit.py HOSO_PYTHON=$(CURDIR)/$(VENV)/bin/python3 \
	  SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(WIDTH) \
	  $(SWIFT) test --skip-build $(FILTER)

check: test-deps lint
	$(SWIFT) build $(CHECKED)
	$(SWIFT) test --filter ArchitectureTests
	.build/debug/hoso document rules --lang en | diff -u Docs/Rules.md - || { echo "run: make docs"; exit 1; }
	.build/debug/hoso document roles --lang en | diff -u Docs/Roles.md - || { echo "run: make docs"; exit 1; }
	.build/debug/hoso document roles --lang vi | diff -u Docs/Roles.vi.md - || { echo "run: make docs"; exit 1; }
	.build/debug/hoso document kinds --lang en | diff -u Docs/Kinds.md - || { echo "run: make docs"; exit 1; }
	.build/debug/hoso document kinds --lang vi | diff -u Docs/Kinds.vi.md - || { echo "run: make docs"; exit 1; }
	rm -rf .build/sample && git init -q -b main .build/sample && cp -R sample-repo/. .build/sample/ && rm .build/sample/history.csv
	.build/debug/hoso -C .build/sample check

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Site Package.swift

docs:
	$(SWIFT) build
	.build/debug/hoso document rules --lang en > Docs/Rules.md
	.build/debug/hoso document roles --lang en > Docs/Roles.md
	.build/debug/hoso document roles --lang vi > Docs/Roles.vi.md
	.build/debug/hoso document kinds --lang en > Docs/Kinds.md
	.build/debug/hoso document kinds --lang vi > Docs/Kinds.vi.md

bench: static
	@$(call install,$(BENCH_PACKAGES))
	$(SWIFT) build $(RELEASE) --product hoso
	Benchmarks/run.sh $(or $(RECORDS),30000) $(or $(RUNS),5)

man:
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page
	rm -rf .build/man && cp -R .build/plugins/GenerateManual/outputs/hoso .build/man
	@echo .build/man

clean:
	rm -rf .build demo
