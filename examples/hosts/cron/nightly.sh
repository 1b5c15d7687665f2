#!/bin/sh
# Nightly check (每夜检查): nightly.sh 台账.csv 文件夹
# Silent where nothing is overdue. What is printed, cron mails to MAILTO.
set -u
ledger=$1 folder=$2
day=${AS_OF:-$(TZ=Asia/Shanghai date +%Y-%m-%d)}
mkdir -p "$folder"
# xinfang: begin
set -- assess "$ledger" --policy online-proxy --column accepted_at=received_at --as-of "$day"
xinfang "$@" --fail-on overdue --format csv --labels zh --output "$folder/$day.csv" \
  2> "$folder/$day.log"
case $? in
  0) ;;
  1)
    echo "有逾期未完成的，全表见 $folder/$day.csv"
    xinfang "$@" 2> /dev/null
    ;;
  2) echo "台账或者命令有误，没有评估：" && cat "$folder/$day.log" && exit 2 ;;
  *) echo "程序缺陷，请反馈：" && cat "$folder/$day.log" && exit 3 ;;
esac
# xinfang: end
