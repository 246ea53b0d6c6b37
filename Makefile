# make demo   builds Yui and serves the demo          make test   runs every test
# make prove  the long tests: whole chains of programs
# make deps · build · lint · bench                    see README.md

BUILD_PACKAGES := libsqlite3-dev libpq-dev libmicrohttpd-dev libsodium-dev zlib1g-dev \
  libexpat1-dev libutf8proc-dev libcurl4-openssl-dev libmecab-dev mecab-ipadic-utf8 \
  libqrencode-dev pkg-config
STORE_PACKAGES := postgresql-15 python3
TEST_PACKAGES := nginx openssl chromium fonts-noto-cjk python3-venv
ROAMING_PACKAGES := hostapd radsecproxy freeradius openssl
BENCH_PACKAGES := nginx wrk gcc libc6-dev

SOURCES := Packages Services Tools Tests Package.swift
RELEASE := --configuration release --static-swift-stdlib
YUI := .build/release/yui
PYTHON := .build/python
DATA ?= yui-data
LISTEN ?= 127.0.0.1:8080

.PHONY: deps build demo test test-swift test-faults test-binary test-browser test-interop test-deploy prove lint bench clean

deps:
	@Tools/install-packages $(BUILD_PACKAGES)

build: deps
	swift build $(RELEASE) --product yui

demo: build
	$(YUI) demo --data $(DATA) --listen $(LISTEN)

test: lint test-swift test-faults test-binary test-interop test-browser test-deploy
	@echo "All tests passed."

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

test-swift: deps
	@Tools/install-packages $(STORE_PACKAGES)
	swift build --build-tests
	Tests/with-postgres swift test --skip-build --skip ServerFaults
	Tests/with-postgres swift test --skip-build --filter ServerFaults

test-faults: test-swift
	@Tools/install-packages gcc libc6-dev python3
	Tests/Faults/check .build/debug/storage-writer

test-binary: build
	Tests/Binary/check $(YUI)

test-interop: build $(PYTHON)
	@Tools/install-packages $(STORE_PACKAGES) $(ROAMING_PACKAGES) gdal-bin
	swift build --product statistics-answers
	swift build --product holiday-answers
	swift build --product qr-code-answers
	swift build --product table-answers
	swift build --product openroaming-answers
	Tests/with-postgres $(PYTHON)/bin/python -m pytest --quiet Tests/Interop

test-browser: build $(PYTHON)
	@Tools/install-packages $(STORE_PACKAGES)
	Tests/with-postgres $(PYTHON)/bin/python -m pytest --quiet Tests/Browser

test-deploy: build
	@Tools/install-packages $(TEST_PACKAGES)
	Tests/Deploy/check $(YUI)

prove: deps $(PYTHON)
	@Tools/install-packages $(ROAMING_PACKAGES) eapoltest
	swift build --product openroaming-answers
	$(PYTHON)/bin/python -m pytest --quiet Tests/Prove

bench: build
	@Tools/install-packages $(BENCH_PACKAGES) $(STORE_PACKAGES)
	Tools/Benchmarks/run $(YUI)
	Tools/Benchmarks/volume $(YUI)
	Tools/Benchmarks/places $(YUI)
	swift build $(RELEASE) --product ledger-writer
	Tools/Benchmarks/ledger .build/release/ledger-writer
	Tests/with-postgres --durable Tools/Benchmarks/engines $(YUI)

$(PYTHON): Tests/requirements.txt
	@Tools/install-packages $(TEST_PACKAGES)
	python3 -m venv $(PYTHON)
	$(PYTHON)/bin/pip install --quiet --requirement Tests/requirements.txt
	@touch $(PYTHON)

clean:
	rm -rf .build
