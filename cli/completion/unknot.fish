# Completion of unknot for fish. Every word comes from the program itself.

function __unknot_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -l found ($program complete -- $words[2..-1] "$current" 2>/dev/null)
    if contains -- ":files" $found
        # After --request= only the rest is a path.
        set -l before (string match -r '^--[a-z-]+=' -- $current)
        set -l rest (string replace -r '^--[a-z-]+=' '' -- $current)
        for path in (__fish_complete_path $rest)
            echo "$before$path"
        end
    else
        printf '%s\n' $found
    end
end

complete -c unknot -f -a '(__unknot_complete)'
