# The README's test command.

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
