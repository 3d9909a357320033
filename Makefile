# What a person needs: `make run` and `make test`. What a developer needs stands below.

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product kith

.PHONY: run test torture libraries build release lint format content docs check install bench record clean

## Start kith: installs what is missing, builds, runs.
run: libraries release
	@.build/release/kith

## Run every test.
test: libraries
	$(SWIFT) test

## Try everything that can go wrong with the disk, the system and the program, and count it; takes hours.
torture: libraries
	@Scripts/torture

libraries:
	@Scripts/install-libraries

build: libraries
	$(SWIFT) build

release: libraries
	$(RELEASE)

## Check the layout and the style of the code.
lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

## Lay the code out anew.
format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

## Check everything the coach says and asks.
content: build
	.build/debug/kith content check Content

## Build the documentation; a broken link is an error.
docs: libraries
	$(SWIFT) package --allow-writing-to-directory .docs generate-documentation \
	  --target kith --warnings-as-errors --output-path .docs

## Everything that has to be green.
check: lint build test content docs

## Put the program, its content and its licence under PREFIX.
install: release
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/kith
	install -m 755 .build/release/kith $(DESTDIR)$(PREFIX)/bin/kith
	rm -rf $(DESTDIR)$(PREFIX)/share/kith/content
	cp -R Content $(DESTDIR)$(PREFIX)/share/kith/content
	install -m 644 LICENSE $(DESTDIR)$(PREFIX)/share/kith/LICENSE

## Measure speed and memory.
bench: release
	$(SWIFT) run --package-path Benchmarks -c release kith-benchmarks .build/release/kith

## Record the screens of the transcript tests anew; the run fails, so that nobody forgets to read them.
record: libraries
	KITH_RECORD=1 $(SWIFT) test --filter TranscriptTests

clean:
	$(SWIFT) package clean
