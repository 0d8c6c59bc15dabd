# The README's test command, and the tests it leaves out.

stage_verify() {
    local status=0
    mvn -B -ntp verify 2>&1 | tee "$OUT/verify.log" || status=$?
    # The runner's own summary, shown again at the end of everything.
    grep -E 'Tests run:.*Fail|BUILD|Total time' "$OUT/verify.log" | grep -v ' -- in ' | tail -n 5 \
        >"$OUT/closing-lines.txt" || true
    cat "$OUT/closing-lines.txt"
    if [ "$status" -ne 0 ]; then
        fail "mvn verify"
    fi
    if ! grep -q 'Tests run: [1-9]' "$OUT/verify.log"; then
        fail "mvn verify ran no tests"
    fi
}

# Tests tagged "long", by the lifecycle, which finds the JDK that surefire needs. They wait less than others
# do, so fewer run at a time.
stage_long() {
    mvn -B -ntp test -Dgroups=long -DexcludedGroups=none -Dtest.jvms=3 2>&1 | tee "$OUT/long.log" \
        || fail "the tests tagged long"
    grep -q 'Tests run: [1-9]' "$OUT/long.log" || fail "no test is tagged long"
}
